package org.samizdat.page;

import org.samizdat.http.HttpProblem;

/** What people see when something cannot be had. */
record ProblemPage(Frame frame, HttpProblem problem) {}
