package io.github.crosstie.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/** The processor time of this thread and, where it has work done for it, of the HTTP client's threads. */
final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** Of the calling thread, in nanoseconds. */
    static long ofThisThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of the calling thread and of all threads of HTTP clients, but not of the server's, in nanoseconds. */
    static long withHttpClient() {
        return ofThisThread()
                + LongStream.of(THREADS.getAllThreadIds())
                        .filter(CpuTime::isOfHttpClient)
                        .map(THREADS::getThreadCpuTime)
                        .filter(time -> time > 0)
                        .sum();
    }

    private static boolean isOfHttpClient(long id) {
        var thread = THREADS.getThreadInfo(id);
        return thread != null && thread.getThreadName().startsWith("HttpClient-");
    }
}
