package io.github.crosstie.apply;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.Side;

/** The two endpoints of a round. */
record Sides(Endpoint crm, Endpoint mail) {

    Endpoint on(Side side) {
        return side == Side.CRM ? crm : mail;
    }
}
