package io.github.crosstie.ews.internal.zone;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A zone as an item names it. A zone from Windows goes by its id; a zone of somebody's own
 * ({@code tzone://Microsoft/Custom}, {@code Customized Time Zone}) by the rules that come with it, as far as they can
 * be read.
 *
 * @param id the Windows zone's id, or whatever stands in its place; may be empty
 * @param rules the rules in force since the last change of them; null if none came along or they cannot be read
 */
public record ZoneDefinition(String id, @Nullable ZoneRules rules) {

    /**
     * Reads a zone.
     *
     * @param zone stands on an element of the schema's type {@code TimeZoneDefinitionType}, such as
     *     {@code StartTimeZone}
     * @return the zone
     */
    public static ZoneDefinition read(XmlInput zone) {
        String id = zone.attribute("Id");
        return new ZoneDefinition(id == null ? "" : id, DefinitionReader.rules(zone));
    }

    /**
     * The IANA zone.
     *
     * @param zones the table
     * @return the zone of this id, else one with these rules; empty if there is neither
     */
    public Optional<ZoneId> zone(WindowsZones zones) {
        Optional<ZoneId> named = zones.zone(id);
        return named.isPresent() || rules == null ? named : zones.sameRules(rules);
    }
}
