package org.dcos.domain.cmdb;

/** What became of one item, and the change set that it belongs to. */
public record PastChange(ChangeSet set, ItemChange change) {}
