package io.github.crosstie.store.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.state.CollectionState;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.sqlite.SQLiteDataSource;

/** What processes need that tests start: their classes, from wherever the tests have them. */
final class Children {

    private Children() {}

    /** How a process is started that runs a main class of these tests. It logs nothing, and does not complain that it cannot. */
    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath(main),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath(Class<?> main) {
        return Stream.of(
                        main,
                        JdbcStateStore.class,
                        CollectionState.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        SQLiteDataSource.class,
                        PGSimpleDataSource.class,
                        Logger.class)
                .map(Children::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder or jar of a class, whether it is on the class path or on the module path. */
    private static String place(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = Objects.requireNonNull(type.getClassLoader().getResource(file), file);
        String text = url.toString();
        String root = text.substring(0, text.length() - file.length());
        List<String> parts = List.of(root.split("!", 2));
        return Path.of(URI.create(parts.get(0).replaceFirst("^jar:", ""))).toString();
    }
}
