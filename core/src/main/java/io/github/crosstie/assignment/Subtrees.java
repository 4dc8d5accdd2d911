package io.github.crosstie.assignment;

import io.github.crosstie.directory.Roles;

/** Claims on roles that spread downwards: one kind to all roles below, one that leaves portal roles out (A10). */
final class Subtrees {

    private final Roles roles;
    private final Claims single;
    private final Claims all;
    private final Claims internal;

    Subtrees(Roles roles, ConfigurationRanks ranks) {
        this.roles = roles;
        single = new Claims(roles.size(), ranks);
        all = new Claims(roles.size(), ranks);
        internal = new Claims(roles.size(), ranks);
    }

    void add(int role, boolean internalOnly, int ordinal) {
        (internalOnly ? internal : all).add(role, ordinal);
    }

    void addAll(int role, boolean internalOnly, Claims claims, int thing) {
        (internalOnly ? internal : all).addAll(role, claims, thing);
    }

    void addSingle(int role, Claims claims, int thing) {
        single.addAll(role, claims, thing);
    }

    Claims spread() {
        for (int place = 0; place < roles.size(); place++) {
            int role = roles.atPreorder(place);
            int above = roles.parent(role);
            if (above >= 0) {
                all.addAll(role, all, above);
                internal.addAll(role, internal, above);
            }
            single.addAll(role, all, role);
            if (!roles.external(role)) {
                single.addAll(role, internal, role);
            }
        }
        return single;
    }
}
