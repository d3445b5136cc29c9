// A real n8n takes its time, and repeats what fails: registering a webhook four times within 15 s.
jest.setTimeout(90_000);
// A browser or an n8n that lost its turn on a busy machine gets a second one; what went wrong first is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
