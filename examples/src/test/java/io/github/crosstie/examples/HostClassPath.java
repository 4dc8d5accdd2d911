package io.github.crosstie.examples;

import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a build hands to a host, taken from what the tests themselves run with, which is that and more. */
final class HostClassPath {

    private HostClassPath() {}

    /** Everything that the tests run with. */
    static List<Path> whole() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    /** What a host runs with that takes core and the modules named, and with them whatever they require at run time. */
    static List<Path> core(String... more) {
        Set<String> wanted = new HashSet<>(Set.of(more));
        wanted.add("io.github.crosstie.core");
        Set<String> before = Set.of();
        while (!wanted.equals(before)) {
            before = Set.copyOf(wanted);
            whole().stream()
                    .flatMap(HostClassPath::descriptors)
                    .filter(module -> wanted.contains(module.name()))
                    .flatMap(module -> module.requires().stream())
                    .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                    .map(Requires::name)
                    .forEach(wanted::add);
        }
        return whole().stream()
                .filter(entry -> modules(entry).anyMatch(wanted::contains))
                .toList();
    }

    /** The names of the modules that an entry declares; an older library declares none. */
    static Stream<String> modules(Path entry) {
        return descriptors(entry).map(ModuleDescriptor::name);
    }

    private static Stream<ModuleDescriptor> descriptors(Path entry) {
        if (Files.isDirectory(entry) && !Files.exists(entry.resolve("module-info.class"))) {
            return Stream.empty();
        }
        try {
            return ModuleFinder.of(entry).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .filter(descriptor -> !descriptor.isAutomatic());
        } catch (FindException nameless) {
            return Stream.empty();
        }
    }

    /** Entries as an argument of a command. */
    static String joined(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
