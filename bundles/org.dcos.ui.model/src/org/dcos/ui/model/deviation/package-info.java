/** What an audit shows: how complete the looks were, what differs by kind, the evidence, and the decisions on it. */
package org.dcos.ui.model.deviation;
