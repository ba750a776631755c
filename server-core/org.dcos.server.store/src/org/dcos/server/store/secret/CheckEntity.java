package org.dcos.server.store.secret;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row by which a wrong key is noticed before anything is sealed with it. */
@Entity
@Table(name = "vault_check")
class CheckEntity {

    static final int ID = 1;
    static final UUID SEALED_AS = new UUID(0, ID);

    @Id int id;
    byte[] nonce;
    byte[] sealed;

    static CheckEntity of(Sealer.Sealed sealed) {
        var row = new CheckEntity();
        row.id = ID;
        row.nonce = sealed.nonce();
        row.sealed = sealed.bytes();
        return row;
    }

    Sealer.Sealed toSealed() {
        return new Sealer.Sealed(nonce, sealed);
    }
}
