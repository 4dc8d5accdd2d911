package io.github.crosstie.testkit;

import io.github.crosstie.state.IdSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids in a row, so that a test's runs are the same: {@code id-1}, {@code id-2}. Thread-safe.
 *
 * <pre>{@code
 * IdSource ids = SequentialIds.create();
 * }</pre>
 */
public final class SequentialIds implements IdSource {

    private final AtomicLong last = new AtomicLong();

    private SequentialIds() {}

    /**
     * A row that begins with 1.
     *
     * @return the source
     */
    public static SequentialIds create() {
        return new SequentialIds();
    }

    @Override
    public String next() {
        return "id-" + last.incrementAndGet();
    }
}
