package io.github.crosstie.ews;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.ews.internal.operation.Resolution;
import io.github.crosstie.ews.internal.operation.ResolveNames;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Names people by their e-mail addresses where Exchange has only the directory's own names for them, such as
 * {@code /o=Acme/ou=…/cn=Recipients/cn=bea}. What the directory does not know stays as it is. Thread-safe.
 */
final class LegacyAddresses {

    private static final String START = "/o=";
    private static final long MOST = 10_000;
    private static final Duration KEPT = Duration.ofHours(12);
    private static final List<Field<String>> TEXTS = List.of(
            ContactFields.EMAIL_ADDRESS,
            ContactFields.EMAIL_ADDRESS_2,
            ContactFields.EMAIL_ADDRESS_3,
            EventFields.ORGANIZER);
    private static final List<Field<Set<String>>> SETS = List.of(
            EventFields.REQUIRED_ATTENDEES,
            EventFields.OPTIONAL_ATTENDEES,
            EventFields.RESOURCES,
            EventFields.RESPONSES);

    /** What a server says that does not let its directory be asked about this one. */
    private static final Set<TroubleKind> NO_ANSWER =
            EnumSet.of(TroubleKind.ITEM, TroubleKind.PROGRAM, TroubleKind.GONE, TroubleKind.RIGHTS);

    private final Cache<String, String> known;

    private LegacyAddresses(Cache<String, String> known) {
        this.known = known;
    }

    static LegacyAddresses create(Clock clock) {
        return new LegacyAddresses(Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                // Its upkeep is short; the calling thread does it, so that no pool is needed.
                .executor(Runnable::run)
                .build());
    }

    /** The item with e-mail addresses. */
    Item resolved(Item item, Mailbox mailbox) {
        Item.Builder resolved = item.toBuilder();
        for (Field<String> field : TEXTS) {
            if (field.kind() == item.kind()) {
                item.get(field)
                        .filter(LegacyAddresses::isLegacy)
                        .ifPresent(name -> resolved.set(field, address(name, mailbox)));
            }
        }
        for (Field<Set<String>> field : SETS) {
            if (field.kind() == item.kind()) {
                item.get(field)
                        .filter(names -> names.stream().anyMatch(LegacyAddresses::isLegacy))
                        .ifPresent(names -> resolved.set(field, addresses(names, mailbox)));
            }
        }
        return resolved.build();
    }

    private Set<String> addresses(Set<String> names, Mailbox mailbox) {
        Set<String> addresses = new TreeSet<>();
        names.forEach(name -> addresses.add(isLegacy(name) ? response(name, mailbox) : name));
        return addresses;
    }

    /** A name, or a name and what was answered after the last equals sign, in capitals. */
    private String response(String name, Mailbox mailbox) {
        int at = name.lastIndexOf('=') + 1;
        String answer = name.substring(at);
        return Set.of("ACCEPTED", "DECLINED", "TENTATIVE").contains(answer)
                ? address(name.substring(0, at - 1), mailbox) + "=" + answer
                : address(name, mailbox);
    }

    private static boolean isLegacy(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(START);
    }

    private String address(String name, Mailbox mailbox) {
        String address = known.getIfPresent(name);
        if (address == null) {
            address = ask(name, mailbox);
            known.put(name, address);
        }
        return address;
    }

    private static String ask(String name, Mailbox mailbox) {
        try {
            List<Resolution> found = new ResolveNames(mailbox.channel(), mailbox.clock()).resolve(name);
            return found.size() == 1 && found.get(0).routingType().equalsIgnoreCase("SMTP")
                    ? found.get(0).address()
                    : name;
        } catch (CrosstieException e) {
            if (Trouble.of(e).map(Trouble::kind).filter(NO_ANSWER::contains).isEmpty()) {
                throw e;
            }
            return name;
        }
    }
}
