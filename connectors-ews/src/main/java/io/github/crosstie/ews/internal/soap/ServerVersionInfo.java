package io.github.crosstie.ews.internal.soap;

import org.jspecify.annotations.Nullable;

/**
 * The build that answered. Behind a load balancer it may differ from answer to answer.
 *
 * @param majorVersion such as 15
 * @param minorVersion such as 2
 * @param majorBuild such as 2562
 * @param minorBuild such as 17
 */
public record ServerVersionInfo(int majorVersion, int minorVersion, int majorBuild, int minorBuild) {

    static ServerVersionInfo read(XmlInput element) {
        return new ServerVersionInfo(
                number(element.attribute("MajorVersion")),
                number(element.attribute("MinorVersion")),
                number(element.attribute("MajorBuildNumber")),
                number(element.attribute("MinorBuildNumber")));
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    @Override
    public String toString() {
        return majorVersion + "." + minorVersion + "." + majorBuild + "." + minorBuild;
    }
}
