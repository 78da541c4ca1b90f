import type { ComponentPropsWithoutRef, FormEvent, KeyboardEvent, Ref } from "react";

interface ModFormProps extends Omit<ComponentPropsWithoutRef<"form">, "onSubmit"> {
  ref?: Ref<HTMLFormElement>;
  onSubmit: () => void;
  /** What Esc does inside the form, if it does anything. */
  onEscape?: () => void;
}

/** A form that Ctrl+Enter (or ⌘+Enter) submits from any of its fields. */
export function ModForm({ onSubmit, onEscape, children, ...form }: ModFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape" && onEscape) onEscape();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.requestSubmit();
  };
  return (
    // The keys belong to the fields; the form only listens to what bubbles up from them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form {...form} onSubmit={submit} onKeyDown={press}>
      {children}
    </form>
  );
}
