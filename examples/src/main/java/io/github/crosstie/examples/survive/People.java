package io.github.crosstie.examples.survive;

import static io.github.crosstie.item.ItemKind.CONTACT;
import static io.github.crosstie.item.ItemKind.EVENT;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * People who type into both servers, before rounds and in the middle of them, and keep a record of it that the library never sees.
 * They do what has one right result: who edits one value on both sides edits it in the CRM last, which wins; who deletes, deletes in
 * the CRM what both sides have had for a while. Thread-safe.
 */
final class People {

    private static final List<KeptValue> OF_CONTACTS =
            List.of(KeptValue.JOB_TITLE, KeptValue.DEPARTMENT, KeptValue.MOBILE_PHONE);
    private static final List<KeptValue> OF_EVENTS = List.of(KeptValue.LOCATION, KeptValue.START);
    /** The engine holds deletions that would empty a side, whoever means them (S13). */
    private static final int LEFT_OF_A_KIND = 4;

    private static final Duration LENGTH = Duration.ofHours(1);
    /** One request in so many is met by somebody who types in the middle of the round. */
    private static final int REQUESTS_UNDISTURBED = 12;

    private final Systems systems;
    private final RandomGenerator random;
    private final Instant firstDay;
    private final Map<String, TypedRecord> typed = new TreeMap<>();
    private int made;
    private int begun;
    private int settled;

    People(Systems systems, RandomGenerator random, Instant now) {
        this.systems = systems;
        this.random = random;
        firstDay = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
    }

    /** A round begins; the number is its name. */
    synchronized int beginRound() {
        return ++begun;
    }

    /** A round has come to its end and left nothing undone: what was typed before it is on both sides. */
    synchronized void settled(int round) {
        settled = Math.max(settled, round);
    }

    synchronized void make(int records) {
        for (int i = 0; i < records; i++) {
            make();
        }
    }

    /** Edits mostly; sometimes somebody makes a record. */
    synchronized void act() {
        if (random.nextInt(5) == 0) {
            make();
        } else {
            edit();
        }
    }

    /** Somebody may act, or may not. */
    synchronized void perhapsAct() {
        if (random.nextInt(REQUESTS_UNDISTURBED) == 0) {
            act();
        }
    }

    /** Deletes a record in the CRM, if there is one that a whole round has seen since it was last edited. */
    synchronized void delete() {
        List<TypedRecord> settledOnes = typed.values().stream()
                .filter(record -> record.isSettled(settled))
                .filter(record -> expected(record.kind()).size() > LEFT_OF_A_KIND)
                .toList();
        if (!settledOnes.isEmpty()) {
            TypedRecord record = any(settledOnes);
            find(Side.CRM, record).ifPresent(there -> {
                systems.deleteInCrm(record.kind(), there.id());
                typed.remove(record.name());
            });
        }
    }

    /** What both servers must hold in the end, by name. */
    synchronized Map<String, TypedRecord> expected(ItemKind kind) {
        Map<String, TypedRecord> expected = new TreeMap<>(typed);
        expected.values().removeIf(record -> record.kind() != kind);
        return expected;
    }

    private void make() {
        int number = ++made;
        ItemKind kind = number % 3 == 0 ? EVENT : CONTACT;
        Side side = random.nextBoolean() ? Side.CRM : Side.MAIL;
        Map<KeptValue, String> values = new EnumMap<>(KeptValue.class);
        if (kind == CONTACT) {
            values.put(KeptValue.SURNAME, "Person " + number);
            values.put(KeptValue.GIVEN_NAME, "Given");
            values.put(KeptValue.EMAIL_ADDRESS, "person" + number + "@example.com");
        } else {
            values.put(KeptValue.SUBJECT, "Meeting " + number);
            values.putAll(times());
        }
        TypedRecord record = new TypedRecord(kind);
        record.typed(side, values, begun);
        systems.create(side, kind, values);
        typed.put(record.name(), record);
    }

    private void edit() {
        TypedRecord record = any(typed.values());
        KeptValue value = any(record.kind() == CONTACT ? OF_CONTACTS : OF_EVENTS);
        Side side = random.nextBoolean() ? Side.CRM : Side.MAIL;
        if (!record.mayType(side, value, settled)) {
            side = Side.CRM;
        }
        Map<KeptValue, String> values =
                value == KeptValue.START ? times() : Map.of(value, "edit " + random.nextInt(1_000_000));
        Optional<SeenRecord> there = find(side, record);
        if (there.isPresent()) {
            systems.edit(side, record.kind(), there.get().id(), values);
            record.typed(side, values, begun);
        }
    }

    private Map<KeptValue, String> times() {
        Instant start = firstDay.plus(Duration.ofMinutes(15L * random.nextInt(2_000)));
        return Map.of(
                KeptValue.START,
                start.toString(),
                KeptValue.END,
                start.plus(LENGTH).toString());
    }

    private Optional<SeenRecord> find(Side side, TypedRecord record) {
        return systems.records(side, record.kind()).stream()
                .filter(there -> record.name().equals(there.values().get(KeptValue.name(record.kind()))))
                .findFirst();
    }

    private <T> T any(Collection<T> some) {
        return new ArrayList<>(some).get(random.nextInt(some.size()));
    }
}
