package io.github.crosstie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class GoalListTest {

    @ParameterizedTest
    @EnumSource
    void namesAllGoalsInOrder(Goals.Extent extent) {
        List<Goal> goals = GoalList.of(extent);

        assertThat(goals)
                .extracting(Goal::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> "P" + number)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureIsOneRunOfABenchmark(Goals.Extent extent) {
        assertThat(measured(extent)).allSatisfy(figure -> {
            Method method = method(figure);
            assertThat(method.isAnnotationPresent(Benchmark.class))
                    .as("%s is a benchmark", method)
                    .isTrue();
            assertThat(figure.parameters().keySet())
                    .as("parameters of %s that have no single value, and those that the goal sets", method)
                    .containsAll(open(method));
        });
    }

    @Test
    void theFullRunMeasuresWhatTheShortOneDoesAndMore() {
        Set<Figure.Measured> inFull = measured(Goals.Extent.FULL).collect(Collectors.toSet());
        Set<Figure.Measured> inShort = measured(Goals.Extent.SHORT).collect(Collectors.toSet());

        assertThat(inFull).containsAll(inShort).hasSizeGreaterThan(inShort.size());
    }

    private static Stream<Figure.Measured> measured(Goals.Extent extent) {
        return GoalList.of(extent).stream()
                .flatMap(goal -> goal.lines().stream())
                .flatMap(line -> line.figures())
                .filter(Figure.Measured.class::isInstance)
                .map(Figure.Measured.class::cast);
    }

    private static Method method(Figure.Measured figure) {
        return Arrays.stream(figure.benchmark().getMethods())
                .filter(method -> method.getName().equals(figure.method()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(figure.benchmark() + " has no method " + figure.method()));
    }

    /** The parameters that would make JMH run a method more than once. */
    private static Set<String> open(Method method) {
        return Stream.concat(Stream.of(method.getDeclaringClass()), Stream.of(method.getParameterTypes()))
                .flatMap(state -> Stream.of(state.getFields()))
                .filter(field -> field.isAnnotationPresent(Param.class)
                        && field.getAnnotation(Param.class).value().length != 1)
                .map(field -> field.getName())
                .collect(Collectors.toSet());
    }
}
