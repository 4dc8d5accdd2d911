package io.github.crosstie.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a line of a listing has to show, so that a change of the API is a change of a line. */
class ApiListingTest {

    @TempDir
    Path module;

    @Test
    void aSealedTypeNamesItsKindsAndItsMethods() throws IOException {
        source("shape/Shape.java", """
                package shape;
                public sealed interface Shape extends Comparable<Shape> {
                    double area();
                    default boolean isFlat() { return true; }
                    static Shape of(String name, int... sizes) { return new Square(); }
                    record Square() implements Shape {}
                    record Circle() implements Shape {}
                }
                """);

        assertThat(listing()).startsWith("""
                        package shape

                        sealed interface Shape extends Comparable<Shape> permits Shape.Circle, Shape.Square
                            double area()
                            default boolean isFlat()
                            static Shape of(String, int...)

                        record Shape.Circle() implements Shape
                        """);
    }

    @Test
    void aRecordShowsItsComponentsAndWhatItAdds() throws IOException {
        source("shape/Circle.java", """
                package shape;
                import org.jspecify.annotations.Nullable;
                public record Circle(double radius, @Nullable String name) {
                    public Circle(double radius) { this(radius, null); }
                    public Circle(float radius, @Nullable String name) { this((double) radius, name); }
                    public Circle { radius = Math.abs(radius); }
                    @Override public @Nullable String name() { return name; }
                    public double area() { return Math.PI * radius * radius; }
                    @Override public String toString() { return "circle"; }
                }
                """);

        assertThat(listing()).isEqualTo("""
                        package shape

                        record Circle(double radius, @Nullable String name)
                            Circle(double)
                            Circle(float, @Nullable String)
                            double area()
                        """);
    }

    @Test
    void whatCanBeNullShowsWhereverItStands() throws IOException {
        source("shape/Nulls.java", """
                package shape;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                public abstract class Nulls<T extends @Nullable Object> {
                    public static final int MOST = 7;
                    private @Nullable String hidden;
                    protected Nulls(@Nullable String hidden) {}
                    protected abstract @Nullable T first(List<? extends @Nullable T> list);
                    public <K extends Comparable<? super K>> Map.Entry<K, @Nullable String> named(String[] all, String @Nullable [] some)
                            throws java.io.IOException { return null; }
                    void forThisPackage() {}
                }
                """);

        assertThat(listing()).isEqualTo("""
                        package shape

                        abstract class Nulls<T extends @Nullable Object>
                            static int MOST
                            protected Nulls(@Nullable String)
                            protected abstract @Nullable T first(List<? extends @Nullable T>)
                            <K extends Comparable<? super K>> Map.Entry<K, @Nullable String> named(String[], String @Nullable []) throws IOException
                        """);
    }

    @Test
    void whatAHiddenParentGivesIsTheTypesOwnAndAMissingLibraryIsAName() throws IOException {
        source("shape/Hidden.java", "package shape;\nclass Hidden { public String inherited() { return null; } }\n");
        source("shape/Open.java", """
                package shape;
                import absent.library.Client;
                public final class Open extends Hidden {
                    private Open() {}
                    public void take(Client client) {}
                }
                """);

        assertThat(listing()).isEqualTo("""
                        package shape

                        final class Open extends Hidden
                            String inherited()
                            void take(Client)
                        """);
    }

    @Test
    void theMarkOfWhatMayChangeIsShownAndEnumsKeepTheirOrder() throws IOException {
        source("shape/package-info.java", "@io.github.crosstie.fault.Incubating package shape;\n");
        source("shape/Hue.java", """
                package shape;
                import io.github.crosstie.fault.Incubating;
                public enum Hue {
                    RED, BLUE;
                    @Incubating public boolean isWarm() { return this == RED; }
                }
                """);

        assertThat(listing()).isEqualTo("""
                        @Incubating package shape

                        enum Hue
                            RED
                            BLUE
                            @Incubating boolean isWarm()
                        """);
    }

    @Test
    void onlyWhatIsExportedToEverybodyIsListed() throws IOException {
        for (String name : List.of("a", "b", "c", "d.internal")) {
            source(name.replace('.', '/') + "/Type.java", "package " + name + ";\npublic interface Type {}\n");
        }
        assertThat(listing().lines().filter(line -> line.startsWith("package")))
                .containsExactly("package a", "package b", "package c");

        source(
                "module-info.java",
                "module m {\n    exports c;\n    exports a to\n            n;\n    exports b to n;\n}\n");

        assertThat(listing()).isEqualTo("package c\n\ninterface Type\n");
    }

    private void source(String file, String text) throws IOException {
        Path path = module.resolve("src/main/java").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String listing() throws IOException {
        return ApiListing.of(List.of(module)).get(module.getFileName().toString());
    }
}
