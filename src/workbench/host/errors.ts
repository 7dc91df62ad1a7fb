/** An error Excel reports to the add-in: the code Office.js documents, and where it happened. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = '',
    readonly status = 400,
  ) {
    super(message);
  }
}

export const invalidArgument = (location: string) =>
  new ApiError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location);

export const itemNotFound = (location: string) =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", location, 404);

export const accessDenied = (location: string) =>
  new ApiError('AccessDenied', 'You cannot perform the requested operation.', location, 403);
