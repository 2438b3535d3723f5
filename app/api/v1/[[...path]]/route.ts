import { AppError } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem';
import { newId } from '@/lib/ids';
import { requestScope } from '@/lib/request-scope';

const notFound = () =>
  problemResponse(
    new AppError('not_found', 'not_found', { detail: 'There is no such route.' }),
    requestScope()?.requestId ?? newId(),
  );

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
