/** Why a mail did not leave, where it was not the mail server that said so. */
export const withdrawReason = {
  stopped:
    'The server stopped while this mail was being handed over, so it may have arrived. It is not sent again unless you ask for it.',
  stoppedByHand: 'Taken out of the queue before it left.',
} as const
