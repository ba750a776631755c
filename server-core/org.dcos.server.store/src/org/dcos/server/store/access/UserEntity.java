package org.dcos.server.store.access;

import java.util.UUID;

import org.dcos.domain.access.Role;
import org.dcos.domain.access.User;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a {@link User}, with the hash of the password. */
@Entity
@Table(name = "app_user")
class UserEntity {
    @Id @Column(columnDefinition = "UUID") UUID id;
    String name;
    @Enumerated(EnumType.STRING) Role role;
    String password;

    static UserEntity of(UUID id, String name) {
        var row = new UserEntity();
        row.id = id;
        row.name = name;
        return row;
    }

    void set(Role newRole, String passwordHash) {
        role = newRole;
        password = passwordHash;
    }

    User toUser() {
        return new User(id, name, role);
    }

    String passwordHash() {
        return password;
    }
}
