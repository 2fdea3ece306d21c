import 'no-such-library';
