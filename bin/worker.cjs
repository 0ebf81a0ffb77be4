// The program of a worker thread of `hegui check`.
require('./load.cjs').load('check').serve();
