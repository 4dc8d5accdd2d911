package io.github.crosstie.testkit.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tests began to say of requests, until they have said what becomes of them. Thread-safe. */
public final class Sentences {

    private final Map<Object, String> unfinished = Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * Begins one.
     *
     * @param operation which requests are meant; empty for any
     * @param number which one of them, from 1
     * @param lasting whether all of them are meant
     * @return ends it
     */
    public Runnable begin(String operation, int number, boolean lasting) {
        String about = operation.isEmpty() ? "any operation" : operation;
        Object begun = new Object();
        unfinished.put(begun, lasting ? "every request for " + about : "request " + number + " for " + about);
        return () -> unfinished.remove(begun);
    }

    /**
     * Whoever only begins a sentence tests nothing, and would not notice.
     *
     * @param example a whole one
     * @throws IllegalStateException if one has no end
     */
    public void requireFinished(String example) {
        synchronized (unfinished) {
            if (!unfinished.isEmpty()) {
                throw new IllegalStateException("faults: it is not said what becomes of " + unfinished.values()
                        + "; end the sentence, as in " + example);
            }
        }
    }
}
