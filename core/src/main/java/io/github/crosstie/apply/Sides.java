package io.github.crosstie.apply;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Side;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two endpoints of a round. */
record Sides(Endpoint crm, Endpoint mail) {

    Endpoint on(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    /** Those that can write a meeting without sending mail (S7). */
    Set<Side> silent() {
        return Stream.of(Side.values())
                .filter(side -> on(side).capabilities().silentWrites())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Side.class)));
    }
}
