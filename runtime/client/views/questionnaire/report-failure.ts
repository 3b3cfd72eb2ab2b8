import { ApiError } from '../../api.ts';
import { t } from '../../texts.ts';
import { toast } from '../../widgets/toast.tsx';

/** Tells what went wrong in the server's own words. */
export function reportFailure(error: unknown): void {
  toast('error', error instanceof ApiError ? error.message : t('error.failed'));
}
