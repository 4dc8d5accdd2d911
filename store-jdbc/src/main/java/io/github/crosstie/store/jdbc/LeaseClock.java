package io.github.crosstie.store.jdbc;

/** By whose clock leases run out. */
public enum LeaseClock {

    /** By the moments that callers pass: right for one machine, whose processes share a clock, and for tests. */
    CALLER,

    /** By the database's clock, whatever callers pass: right for many machines, whose clocks differ. PostgreSQL alone. */
    DATABASE
}
