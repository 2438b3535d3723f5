import type { Job } from '@/lib/events/schedule/job';
import { releaseDueVersions } from './release-due-versions';
import { forgetScans } from './builds/scan';
import { abandonUploads, checkStuckBuilds, deleteOldPieces, deleteOrphans } from './builds/sweep';
import { deleteUnusedMedia } from './media/delete-unused';

const sweepUploads: Job = {
  name: 'publishing.sweep_uploads',
  purpose: 'Gives up uploads that nobody has touched for a day, and checks builds whose check did not come to an end',
  cron: '*/10 * * * *',
  async run(ctx, signal) {
    const abandoned = await abandonUploads(ctx);
    await deleteOldPieces(ctx, signal);
    await forgetScans();
    const { checked, failed } = await checkStuckBuilds(ctx, signal);
    return `${abandoned} uploads given up, ${checked} builds checked${failed > 0 ? `, ${failed} failed again` : ''}`;
  },
};

const sweepFiles: Job = {
  name: 'publishing.sweep_files',
  purpose: 'Deletes pictures that no listing has had for a month, and files of uploads that belong to nothing any more',
  cron: '40 4 * * *',
  async run(ctx, signal) {
    const pictures = await deleteUnusedMedia(ctx, signal);
    return `${pictures} pictures and ${await deleteOrphans(ctx, signal)} files deleted`;
  },
};

const releaseScheduled: Job = {
  name: 'publishing.release_scheduled',
  purpose: 'Releases approved versions whose date has come',
  cron: '* * * * *',
  run: async (ctx, signal) => `${await releaseDueVersions(ctx, signal)} versions released`,
};

export const publishingJobs: readonly Job[] = [releaseScheduled, sweepUploads, sweepFiles];
