package io.github.crosstie.json;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;

/** Which record a text of a document names. */
interface Targets {

    UserId user(JsonPlace place);

    ProfileId profile(JsonPlace place);

    GroupId group(JsonPlace place);

    RoleId role(JsonPlace place);

    /** The creator of a business unit, who may be long gone (U1). */
    UserId creator(JsonPlace place);

    /** Every text is an id. */
    static Targets ids() {
        return new Targets() {
            @Override
            public UserId user(JsonPlace place) {
                return new UserId(place.name());
            }

            @Override
            public ProfileId profile(JsonPlace place) {
                return new ProfileId(place.name());
            }

            @Override
            public GroupId group(JsonPlace place) {
                return new GroupId(place.name());
            }

            @Override
            public RoleId role(JsonPlace place) {
                return new RoleId(place.name());
            }

            @Override
            public UserId creator(JsonPlace place) {
                return user(place);
            }
        };
    }

    /** A text is an id or a name for programs, and the directory must know it. */
    static Targets of(Directory directory) {
        return new DirectoryTargets(directory);
    }
}
