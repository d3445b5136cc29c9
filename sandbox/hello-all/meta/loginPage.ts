/** What panels show instead of an answer, with status 200, when they take a caller for a person who is not logged in. */
export const LOGIN_PAGE =
	'<!DOCTYPE html>\n<html><head><title>Login</title></head><body><h1>Please log in</h1></body></html>\n';
