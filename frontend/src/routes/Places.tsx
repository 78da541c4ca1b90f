import { lazy } from "react";
import { Route, Routes } from "react-router";
import { Shell } from "./Shell";
import { UnknownPage } from "./UnknownPage";

const ArticlesScreen = lazy(() => import("@/features/articles/ArticlesScreen"));
const QueueScreen = lazy(() => import("@/features/queue/QueueScreen"));
const DashboardScreen = lazy(() => import("@/features/dashboard/DashboardScreen"));
const WorkbenchScreen = lazy(() => import("@/features/workbench/WorkbenchScreen"));

/** The desk's addresses, below /desk; each screen comes with its first visit. */
export function Places() {
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
