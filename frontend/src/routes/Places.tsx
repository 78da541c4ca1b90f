import { lazy, useEffect } from "react";
import { Route, Routes } from "react-router";
import { Shell } from "./Shell";
import { UnknownPage } from "./UnknownPage";

const screens = {
  articles: () => import("@/features/articles/ArticlesScreen"),
  queue: () => import("@/features/queue/QueueScreen"),
  dashboard: () => import("@/features/dashboard/DashboardScreen"),
  workbench: () => import("@/features/workbench/WorkbenchScreen"),
};
const ArticlesScreen = lazy(screens.articles);
const QueueScreen = lazy(screens.queue);
const DashboardScreen = lazy(screens.dashboard);
const WorkbenchScreen = lazy(screens.workbench);

/** The desk's addresses, below /desk; each screen comes with its first visit or in a quiet moment. */
export function Places() {
  useFetchInQuiet();
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<ArticlesScreen />} />
        <Route path="queue" element={<QueueScreen />} />
        <Route path="dashboard" element={<DashboardScreen />} />
        <Route path="articles/:articleId" element={<WorkbenchScreen />} />
        <Route path="*" element={<UnknownPage />} />
      </Route>
    </Routes>
  );
}

/** Fetch the other screens while nothing else is to be done: where the line drops they open still. */
function useFetchInQuiet(): void {
  useEffect(() => {
    // browsers without it fetch a screen when it is visited
    if (!("requestIdleCallback" in window)) return undefined;
    const fetchAll = () => {
      for (const fetch of Object.values(screens)) void fetch().catch(() => undefined);
    };
    const waiting = requestIdleCallback(fetchAll);
    return () => cancelIdleCallback(waiting);
  }, []);
}
