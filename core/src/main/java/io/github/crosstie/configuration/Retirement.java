package io.github.crosstie.configuration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that a vendor switches off (S24).
 *
 * @param what what goes, for people; with the cloud it identifies the retirement
 * @param cloud in which cloud
 * @param date the day from which it must not be relied on; the first of the month where the vendor names a month only
 * @param source who says so and in what words, for people
 */
public record Retirement(String what, Cloud cloud, LocalDate date, String source) implements Comparable<Retirement> {

    private static final Comparator<Retirement> ORDER = Comparator.comparing(Retirement::date)
            .thenComparing(Retirement::what)
            .thenComparing(Retirement::cloud)
            .thenComparing(Retirement::source);

    /**
     * Checks that it says what goes.
     *
     * @throws IllegalArgumentException if what or source is blank
     */
    public Retirement {
        Objects.requireNonNull(cloud, "cloud");
        Objects.requireNonNull(date, "date");
        if (what.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("retirement of '" + what + "': say what is retired, and who says so");
        }
    }

    /** Orders by date, then by what goes. */
    @Override
    public int compareTo(Retirement other) {
        return ORDER.compare(this, other);
    }
}
