package io.github.crosstie.examples.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of the build that hosts can take, as its poms say: no list of them is kept anywhere else. */
public final class PublishedModules {

    /** The root of the sources, seen from where the tests run. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private PublishedModules() {}

    /** The folders of the modules that are published as a jar, in the order in which the build names them. */
    public static List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            String pom = Files.readString(ROOT.resolve(name).resolve("pom.xml"));
            if (!pom.contains("<packaging>pom</packaging>") && !pom.contains("<maven.deploy.skip>true")) {
                folders.add(ROOT.resolve(name));
            }
        }
        return folders;
    }
}
