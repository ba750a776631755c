package org.dcos.domain.audit;

/** Where deeds are written that change no record of their own, such as a power order. */
public interface AuditLog extends Audit {

    /** On disk when this returns. */
    void append(AuditEntry entry);
}
