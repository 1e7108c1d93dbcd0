package org.samizdat.page;

import java.util.List;

/** What people see when something is not there. */
record ProblemPage(Frame frame, String detail, List<String> alternatives) {}
