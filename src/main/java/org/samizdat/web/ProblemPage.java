package org.samizdat.web;

import org.samizdat.http.HttpProblem;

/** What people see when something cannot be had. */
record ProblemPage(Frame frame, HttpProblem problem) {}
