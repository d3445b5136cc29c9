// A real n8n takes its time, and repeats what fails: registering a webhook four times within 15 s.
jest.setTimeout(300_000);
