package org.dcos.server.store.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.access.ApiToken;
import org.dcos.domain.access.Role;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of an {@link ApiToken}, with the SHA-256 of its text in hex. */
@Entity
@Table(name = "api_token")
class TokenEntity {
    @Id @Column(columnDefinition = "UUID") UUID id;
    String name;
    @Enumerated(EnumType.STRING) Role role;
    String hash;
    Instant created;
    Instant expires;

    static TokenEntity of(ApiToken token, String hash) {
        var row = new TokenEntity();
        row.id = token.id();
        row.name = Columns.cut(token.name(), 300);
        row.role = token.role();
        row.hash = hash;
        row.created = Columns.time(token.created());
        row.expires = Columns.time(token.expires().orElse(null));
        return row;
    }

    ApiToken toToken() {
        return new ApiToken(id, name, role, created, Optional.ofNullable(expires));
    }

    String hash() {
        return hash;
    }
}
