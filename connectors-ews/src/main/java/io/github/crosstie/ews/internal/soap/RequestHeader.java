package io.github.crosstie.ews.internal.soap;

import org.jspecify.annotations.Nullable;

/**
 * The header blocks of a request.
 *
 * @param version the version of the schema that the request speaks
 * @param impersonation in whose name to act; null for the signed-in account itself
 * @param timeZone the Windows name of the zone that times without a zone are in, such as {@code W. Europe Standard Time};
 *     null for UTC
 * @param milliseconds whether times are to be answered to the millisecond rather than to the second
 */
public record RequestHeader(
        ServerVersion version,
        @Nullable Impersonation impersonation,
        @Nullable String timeZone,
        boolean milliseconds) {

    /**
     * A header with a version alone.
     *
     * @param version the version
     * @return the header
     */
    public static RequestHeader of(ServerVersion version) {
        return new RequestHeader(version, null, null, false);
    }

    /**
     * The same in another version.
     *
     * @param other the version
     * @return the header
     */
    public RequestHeader withVersion(ServerVersion other) {
        return new RequestHeader(other, impersonation, timeZone, milliseconds);
    }

    /**
     * The same in the name of a user.
     *
     * @param user the user; null for the signed-in account itself
     * @return the header
     */
    public RequestHeader withImpersonation(@Nullable Impersonation user) {
        return new RequestHeader(version, user, timeZone, milliseconds);
    }

    /**
     * The same with a zone for times that state none.
     *
     * @param windowsName the zone; null for UTC
     * @return the header
     */
    public RequestHeader withTimeZone(@Nullable String windowsName) {
        return new RequestHeader(version, impersonation, windowsName, milliseconds);
    }

    void write(XmlOutput out) {
        out.start(Space.TYPES, "RequestServerVersion")
                .attribute("Version", version.value())
                .end();
        if (impersonation != null) {
            impersonation.write(out);
        }
        if (timeZone != null) {
            out.start(Space.TYPES, "TimeZoneContext").start(Space.TYPES, "TimeZoneDefinition");
            out.attribute("Id", timeZone).end().end();
        }
        if (milliseconds) {
            out.element(Space.TYPES, "DateTimePrecision", "Milliseconds");
        }
    }
}
