@rem In package.json "exec" lets signals reach the server itself, past the shell. Windows has no such word: here it just runs the rest.
@%*
