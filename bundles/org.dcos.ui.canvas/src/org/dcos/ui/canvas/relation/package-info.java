/**
 * What hangs on what: {@link org.dcos.ui.canvas.relation.RelationPicture} tells things and relations,
 * {@link org.dcos.ui.canvas.relation.RelationGroups} gathers what is alike, {@link
 * org.dcos.ui.canvas.relation.Layering} orders the rest from left to right, {@link
 * org.dcos.ui.canvas.relation.RelationCanvas} shows it.
 */
package org.dcos.ui.canvas.relation;
