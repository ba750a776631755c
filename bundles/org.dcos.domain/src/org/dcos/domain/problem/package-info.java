/** Why a service refused a request; each case is something that a caller handles differently. */
package org.dcos.domain.problem;
