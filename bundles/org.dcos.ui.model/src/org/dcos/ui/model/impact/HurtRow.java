package org.dcos.ui.model.impact;

import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.impact.Hurt.Severity;

/** A thing that is hit, in words. @param path over what it is hit */
public record HurtRow(Kind kind, UUID id, Severity severity, String hit, String kindWord, String name, String place,
        String cause, String path) {}
