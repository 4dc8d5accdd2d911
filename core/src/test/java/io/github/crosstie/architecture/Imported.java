package io.github.crosstie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled classes that the rules look at, read from this module's directory whatever the class path or module path holds. */
final class Imported {

    /** The package of the library; the fixtures imitate it below {@link #fixture}'s packages. */
    static final String CORE = "io.github.crosstie";

    private static final Path TARGET = Path.of(System.getProperty("basedir", ""), "target");

    private Imported() {}

    static JavaClasses core() {
        return from(TARGET.resolve("classes"));
    }

    static JavaClasses fixture(String name) {
        return from(TARGET.resolve("test-classes").resolve(fixturePackage(name).replace('.', '/')));
    }

    static String fixturePackage(String name) {
        return CORE + ".architecture.fixture." + name;
    }

    /** A rule that looks at nothing would hold for ever. */
    private static JavaClasses from(Path path) {
        JavaClasses classes = new ClassFileImporter().importPath(path);
        assertThat(classes).as("classes under %s", path).isNotEmpty();
        return classes;
    }
}
