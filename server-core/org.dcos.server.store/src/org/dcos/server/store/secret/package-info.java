/**
 * BMC passwords, sealed with AES-256-GCM. The key is in {@code DIR/secret.key} (for its owner only), or is made from a
 * passphrase, with what that needs in {@code DIR/secret.kdf}. Whoever has the database without the key has no password;
 * so a backup of the data directory needs both, and they are better kept apart.
 */
package org.dcos.server.store.secret;
