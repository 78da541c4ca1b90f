import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ArticleLanguage } from "@/model/article";
import type { Me } from "@/model/person";
import { send } from "./client";

const KEY = ["me"];

/** The person who is logged in. */
export function useMe() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => send<Me>("/me/", { signal }),
    staleTime: Infinity,
  });
}

/** Who was logged in, and a way to ask who it is now. */
export function useReadMe() {
  const known = useQueryClient().getQueryData<Me>(KEY);
  const readMe = useCallback(() => send<Me>("/me/"), []);
  return { known, readMe };
}

/** Keep the interface's language for this person. */
export function useChangeLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: ArticleLanguage) =>
      send<Me>("/me/", { method: "PATCH", body: { interface_language: language } }),
    onSuccess: (me) => {
      client.setQueryData(KEY, me);
      // some words come from the server, in the language they were asked for
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    },
  });
}
