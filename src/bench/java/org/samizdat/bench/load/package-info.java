/** Sends requests to a server, and tells what each took and what CPU it cost the server. */
package org.samizdat.bench.load;
