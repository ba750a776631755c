package org.dcos.server.store.secret;

import java.util.UUID;

import org.dcos.domain.bmc.Credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a {@link Credential} with its sealed password. */
@Entity
@Table(name = "credential")
class CredentialEntity {
    @Id @Column(columnDefinition = "UUID") UUID id;
    String name;
    @Column(name = "user_name") String user;
    String fingerprint;
    byte[] nonce;
    byte[] sealed;

    static CredentialEntity of(Credential credential, String fingerprint, Sealer.Sealed sealed) {
        var row = new CredentialEntity();
        row.id = credential.id();
        row.name = credential.name();
        row.user = credential.user();
        row.fingerprint = fingerprint;
        row.nonce = sealed.nonce();
        row.sealed = sealed.bytes();
        return row;
    }

    Credential toCredential() {
        return new Credential(id, name, user);
    }

    Sealer.Sealed toSealed() {
        return new Sealer.Sealed(nonce, sealed);
    }

    String fingerprint() {
        return fingerprint;
    }
}
