package io.github.crosstie.state;

/**
 * Where new ids come from, so that a test can repeat a run: {@code () -> UUID.randomUUID().toString()} in production. Must be
 * thread-safe if rounds share it.
 */
@FunctionalInterface
public interface IdSource {

    /**
     * Draws an id.
     *
     * @return 1 to 36 letters, digits and hyphens, never given before by any source over the same store
     */
    String next();
}
