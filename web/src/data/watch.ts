import { address } from './api';
import type { JobProgress } from './types';

/** Follows an ordered run until it is over. Call what it returns to stop. */
export function watch(id: string, tell: (progress: JobProgress) => void): () => void {
  const events = new EventSource(address('runs', id, 'progress'));
  events.addEventListener('progress', (event) => {
    const progress = JSON.parse(event.data as string) as JobProgress;
    tell(progress);
    if (progress.isOver) events.close();
  });
  return () => events.close();
}
