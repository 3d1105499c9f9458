import type { Handlers } from '../../../shared/ipc/verbs';
import * as agenda from '../../services/agenda/agenda';
import { proposedMinutes, takeProposedMinutes } from '../../services/agenda/agenda-minutes';
import type { AgendaOrders } from '../../services/agenda/agenda-order';
import { changeRest, previewRest } from '../../services/agenda/agenda-rest';
import * as rules from '../../services/agenda/agenda-rules';
import type { DocumentDesk } from '../../services/documents/issue-documents';
import type { Dependencies } from './dependencies';

export function agendaHandlers({ session }: Dependencies, orders: AgendaOrders, desk: DocumentDesk): Handlers['agenda'] {
  return {
    get: (input) => orders.view(session(), input),
    candidates: (input) => agenda.agendaCandidates(session(), input),
    addCases: (input) => agenda.addCases(session(), input),
    removeCase: (input) => agenda.removeCase(session(), input),
    move: (input) => agenda.moveCase(session(), input),
    setMinutes: (input) => agenda.setMinutes(session(), input),
    proposedMinutes: (input) => proposedMinutes(session(), input),
    takeProposedMinutes: (input) => takeProposedMinutes(session(), input),
    pin: (input) => agenda.pinCase(session(), input),
    addBreak: (input) => agenda.addBreak(session(), input),
    removeBreak: (input) => agenda.removeBreak(session(), input),
    setOrderRule: (input) => rules.setOrderRule(session(), input),
    setSittings: (input) => rules.setSittings(session(), input),
    setMostMinutes: (input) => rules.setMostMinutes(session(), input),
    setFixedStart: (input) => rules.setFixedStart(session(), input),
    setVisit: (input) => rules.setVisit(session(), input),
    removeVisit: (input) => rules.removeVisit(session(), input),
    pairCases: (input) => rules.pairCases(session(), input),
    keepFrom: (input) => rules.keepFrom(session(), input),
    removeCaseRule: (input) => rules.removeCaseRule(session(), input),
    order: (input) => orders.order(session(), input),
    orderRemaining: (input) => orders.orderRemaining(session(), input),
    previewRest: (input) => previewRest(session(), orders, input),
    changeRest: (input) => changeRest(session(), input),
    search: (input) => orders.search(session(), input),
    stopSearch: (input) => orders.stopSearch(input),
    issue: (input) => desk.issueAgenda(session(), input),
  };
}
