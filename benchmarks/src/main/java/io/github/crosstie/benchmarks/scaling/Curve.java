package io.github.crosstie.benchmarks.scaling;

import java.util.List;

/**
 * What was measured of a subject.
 *
 * @param subject the subject
 * @param points what was measured, by size
 * @param ending why it ends where it does
 */
public record Curve(Subject subject, List<Point> points, String ending) {

    /** Copies the points. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * One measurement.
     *
     * @param size how many
     * @param nanoseconds the time of one run
     * @param bytes the heap that the result keeps, beside the input
     */
    public record Point(int size, double nanoseconds, double bytes) {}
}
