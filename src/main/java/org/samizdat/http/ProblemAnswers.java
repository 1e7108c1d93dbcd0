package org.samizdat.http;

import org.eclipse.jetty.server.Request;

/** How a problem is told to the client that asked. */
@FunctionalInterface
public interface ProblemAnswers {
    Answer answer(HttpProblem problem, Request request);
}
