package io.github.crosstie.benchmarks.scaling;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Work whose cost is measured at growing sizes.
 *
 * @param name what it is called, in a word or two
 * @param counts what its size counts, in the plural
 * @param what what is done, in a sentence
 * @param prepare makes the work of a size ready: the input is made now, the work is done whenever it is asked for its result
 */
public record Subject(String name, String counts, String what, IntFunction<Supplier<?>> prepare) {}
